// What an option record says of its properties beyond [Range].
namespace Balcony.Server.Hosting.Options;

/// <summary>A reload changes it in the running server; without this, a change waits for the next start. Holds for everything below.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LiveAttribute : Attribute;

/// <summary>Never shown: passwords, and connection strings that may hold one.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;

/// <summary>A path; a relative one starts from the file that says it, or from the current directory in a flag or variable.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FilePathAttribute : Attribute;

/// <summary>What the reference prints as the default of a property whose default is worked out.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DefaultTextAttribute(string text) : Attribute
{
    public string Text => text;
}

/// <summary>A single value instead of the record's keys sets this property: <c>storage: postgresql</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ShorthandAttribute(string property) : Attribute
{
    public string Property => property;
}

/// <summary>A record whose properties must fit together.</summary>
public interface ICheckedOptions
{
    /// <summary>What does not fit: the name of the property to point at, and what to change.</summary>
    IEnumerable<(string Property, string Message)> Check();
}
