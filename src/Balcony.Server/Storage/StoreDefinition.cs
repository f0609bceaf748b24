// A store as the engines know it: a name and a shape, without its type.
namespace Balcony.Server.Storage;

/// <summary>Stored: numbers stay.</summary>
internal enum StoreShape : byte
{
    Value = 1,
    Map = 2,
    Archive = 3,
    Index = 4,
}

/// <summary>One opened store or index.</summary>
/// <param name="name">For an index: the map's name, a slash, its own.</param>
internal sealed class StoreDefinition(string name, StoreShape shape)
{
    public string Name { get; } = name;

    public StoreShape Shape { get; } = shape;

    /// <summary>The engine's short name for it; 0 until it is registered.</summary>
    public int Id { get; set; }

    /// <summary>A map's indexes.</summary>
    public IReadOnlyList<StoreDefinition> Indexes { get; init; } = [];

    /// <summary>All terms of a stored value; for building an index that is new.</summary>
    public Func<string, byte[], IndexTerm[]>? TermsOf { get; set; }
}
