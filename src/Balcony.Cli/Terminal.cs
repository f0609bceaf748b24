// The one place that touches the console.
#pragma warning disable RS0030 // the command line prints
using System.Text;

namespace Balcony.Cli;

internal static class Terminal
{
    public static TextWriter Out => Console.Out;

    public static TextWriter Error => Console.Error;

    public static TextReader In => Console.In;

    /// <summary>Somebody watches standard output, and may be shown colours and progress.</summary>
    public static bool IsWatched => !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or "";

    /// <summary>Somebody can be asked.</summary>
    public static bool CanAsk => !Console.IsInputRedirected && !Console.IsErrorRedirected;

    public static Stream OpenError() => Console.OpenStandardError();

    /// <summary>Asks for a line that is not shown. The question goes to standard error, so that output can be piped on.</summary>
    /// <returns>Null when it was given up.</returns>
    public static string? AskSecret(string question)
    {
        Console.Error.Write(question);
        var text = new StringBuilder();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            if (key.Key == ConsoleKey.Enter) break;
            if (key.Key == ConsoleKey.Escape || key is { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control })
            {
                Console.Error.WriteLine();
                return null;
            }
            if (key.Key == ConsoleKey.Backspace) text.Length = Math.Max(0, text.Length - 1);
            else if (!char.IsControl(key.KeyChar)) text.Append(key.KeyChar);
        }
        Console.Error.WriteLine();
        return text.ToString();
    }

    public static bool Confirm(string question)
    {
        Console.Error.Write(question + " [y/N] ");
        return Console.In.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }
}
