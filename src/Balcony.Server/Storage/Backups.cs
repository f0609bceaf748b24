// A database as a whole: copied out to one file, and in from one.
namespace Balcony.Server.Storage;

/// <summary>A database that can be copied out, whether or not somebody writes to it.</summary>
public interface IBackupSource
{
    /// <summary>Writes one state of the whole database into a new file, and reads it back.</summary>
    /// <exception cref="BackupException">It was not written; nothing is left of it.</exception>
    Task<BackupReport> BackupAsync(string path, IProgress<CopyProgress>? progress = null, CancellationToken cancel = default);
}

/// <summary>A database that no server has open.</summary>
public interface IRestoreTarget
{
    /// <summary>Makes the database what the backup says, or leaves it as it was.</summary>
    /// <param name="path">The backup.</param>
    /// <param name="replaces">The database may have accounts or stanzas in it; they go.</param>
    /// <param name="progress">Told now and then.</param>
    /// <param name="cancel">Leaves it as it was.</param>
    /// <exception cref="BackupException">The database is as it was.</exception>
    Task<BackupReport> RestoreAsync(string path, bool replaces, IProgress<CopyProgress>? progress = null, CancellationToken cancel = default);
}

/// <summary>How far a copy is.</summary>
/// <param name="Step">What is done, in a word or two.</param>
public readonly record struct CopyProgress(string Step, long Done, long Total);

/// <summary>What is in a backup.</summary>
/// <param name="Path">The file.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Created">When its state was taken.</param>
/// <param name="Schema">The version of the database that it is a copy of.</param>
/// <param name="Digest">SHA-256 of its content, in hexadecimal digits.</param>
/// <param name="Tables">The rows of each table.</param>
public sealed record BackupReport(
    string Path, long Bytes, DateTimeOffset Created, int Schema, string Digest, IReadOnlyList<KeyValuePair<string, long>> Tables)
{
    public long Rows => Tables.Sum(table => table.Value);
}

/// <summary>Why a copy was not made.</summary>
public enum BackupFault
{
    /// <summary>The file or the database: the message says.</summary>
    Failed,

    /// <summary>A file of that name is there already.</summary>
    Exists,

    /// <summary>There is no such file, or no database.</summary>
    NotFound,

    /// <summary>The file is no backup, is damaged, or was made by a newer program.</summary>
    Unreadable,

    /// <summary>The database that should be filled has accounts or stanzas in it.</summary>
    NotEmpty,
}

public sealed class BackupException : Exception
{
    public BackupException()
    {
    }

    public BackupException(string message) : base(message)
    {
    }

    public BackupException(string message, Exception? cause) : base(message, cause)
    {
    }

    public BackupException(BackupFault fault, string message, Exception? cause = null) : base(message, cause) => Fault = fault;

    public BackupFault Fault { get; }
}
