// What a store says when it cannot keep something, or cannot read it back.
namespace Balcony.Server.Storage;

/// <summary>The store failed: nothing of the unit is kept. Answered with <c>resource-constraint</c> of type wait.</summary>
public class StorageException : Exception
{
    public StorageException()
    {
    }

    public StorageException(string message) : base(message)
    {
    }

    public StorageException(string message, Exception? cause) : base(message, cause)
    {
    }
}

/// <summary>More is waiting for the store than it may hold: the unit was not even queued.</summary>
public sealed class StorageFullException : StorageException
{
    public StorageFullException() : base("too much is waiting for the store")
    {
    }

    public StorageFullException(string message) : base(message)
    {
    }

    public StorageFullException(string message, Exception? cause) : base(message, cause)
    {
    }
}

/// <summary>The database was written by a newer program, or its schema is not what this program's migrations made.</summary>
public sealed class StorageVersionException : StorageException
{
    public StorageVersionException()
    {
    }

    public StorageVersionException(string message) : base(message)
    {
    }

    public StorageVersionException(string message, Exception? cause) : base(message, cause)
    {
    }
}
