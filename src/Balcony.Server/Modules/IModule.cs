// The extension interface that every feature is built on (design decision 4; ADR 001).
namespace Balcony.Server.Modules;

/// <summary>One feature of the server: what it is, what it listens to, what it stores. Made once, by constructor injection, when the server starts.</summary>
public interface IModule
{
    /// <summary>The module's name in the configuration, and the specifications it implements.</summary>
    static abstract ModuleInfo Info { get; }

    /// <summary>Declares everything the module does. Called once, before anything is listened on; the framework undoes it all.</summary>
    void Register(ModuleBuilder module);
}

/// <summary>A specification that a module implements: the source of <c>docs/xeps.md</c>.</summary>
/// <param name="Number">The XEP's number.</param>
/// <param name="Version">The version that was read when it was written.</param>
/// <param name="Notes">What is left out or particular; null when nothing is.</param>
public sealed record Xep(int Number, string Version, string? Notes = null);

/// <summary>What a module says of itself.</summary>
/// <param name="Name">Its key below <c>modules:</c> in the configuration; lower case with hyphens.</param>
/// <param name="Xeps">The XEPs it implements; none for a module of an RFC.</param>
public sealed record ModuleInfo(string Name, params IReadOnlyList<Xep> Xeps)
{
    /// <summary>Whether the module runs unless the configuration turns it off.</summary>
    public bool IsOnByDefault { get; init; } = true;

    /// <summary>One sentence for the documentation.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The record that <c>modules:name</c> is bound to; null when there is nothing to set.</summary>
    public Type? Options { get; init; }
}
