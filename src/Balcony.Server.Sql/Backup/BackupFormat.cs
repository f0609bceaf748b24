// The file that a backup is (docs/adr/007): the same for all databases.
using System.Text;

namespace Balcony.Server.Sql.Backup;

/// <summary>
/// <code>
///   "BALCONY BACKUP 1\n"     as it stands, so that anybody can tell what it is; all that follows is one Brotli stream
///   header                   length, JSON: program, schema, database, created
///   section, for each table  1, length, JSON: table, columns; the rows; 0, number of rows, SHA-256 of the rows
///   trailer                  2, number of sections, number of rows, SHA-256 of all before it: without it the file is not complete
///
///   row     1, then for each column: 0 (null) | 1, number | 2, length, UTF-8 | 3, length, bytes
///   number  zigzag LEB128; lengths and counts are LEB128
/// </code>
/// Rows come in the order of their key, so that equal tables are equal bytes.
/// </summary>
internal static class BackupFormat
{
    public const int BufferBytes = 64 * 1024;

    /// <summary>Most bytes of a header: of a file, or of a section.</summary>
    public const int MaxHeaderBytes = 1 << 20;

    /// <summary>Most bytes of one value; stanzas and values have far smaller bounds of their own.</summary>
    public const int MaxValueBytes = 256 << 20;

    public const byte End = 0, Row = 1, Section = 1, Trailer = 2;

    public static readonly byte[] Magic = Encoding.ASCII.GetBytes("BALCONY BACKUP 1\n");

    /// <summary>What any version begins with.</summary>
    public static readonly byte[] Family = Encoding.ASCII.GetBytes("BALCONY BACKUP ");
}

internal enum CellKind : byte
{
    Null = 0,
    Number = 1,
    Text = 2,
    Bytes = 3,
}

/// <param name="Program">The version that wrote it.</param>
/// <param name="Schema">The newest migration of the database.</param>
/// <param name="Database">Which kind it was; for people.</param>
/// <param name="Created">When its state was taken.</param>
internal sealed record BackupHeader(string Program, int Schema, string Database, DateTimeOffset Created);

/// <param name="Key">Its place in the primary key, from 1; 0 when it is none of it.</param>
internal sealed record TableColumn(string Name, CellKind Kind, int Key);

/// <summary>A table as a database has it.</summary>
internal sealed record TableLayout(string Name, IReadOnlyList<TableColumn> Columns);

/// <summary>How many rows, and their SHA-256.</summary>
internal sealed record SectionSum(string Table, long Rows, byte[] Digest);
