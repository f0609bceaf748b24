// Where the checkout is: its command, and the scripts that drive real clients.
namespace Balcony.Interop.Tests.Rig;

internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    public static string Command => Path.Combine(Root, "balcony");

    public static string ClientScript(string name) => Path.Combine(Root, "tests", "clients", name);

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Balcony.slnx")))
                return folder;
        }
        throw new InvalidOperationException($"No Balcony.slnx above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}
