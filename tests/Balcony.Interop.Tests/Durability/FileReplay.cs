// The disk of a machine that loses power: only what was synced before is there, or that and a part of the rest.
using System.Globalization;

namespace Balcony.Interop.Tests.Durability;

/// <summary>Takes the calls of a trace made with <c>-y -xx</c> in their order and knows, at each moment, what the disk would have.</summary>
/// <param name="prefix">Files whose paths begin so are followed, such as the database and its journal.</param>
internal sealed class FileReplay(string prefix)
{
    private readonly Dictionary<string, DiskFile> _files = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Paths => _files.Keys;

    public void Apply(SystemCall call)
    {
        var path = call.Path;
        if (!path.StartsWith(prefix, StringComparison.Ordinal))
            return;
        if (!_files.TryGetValue(path, out var file))
            _files.Add(path, file = new DiskFile());
        switch (call.Name)
        {
            case "pwrite64":
                file.Unsynced.Add(new Change(call.Ended, long.Parse(call.LastArgument, CultureInfo.InvariantCulture), call.Data));
                break;
            case "ftruncate":
                file.Unsynced.Add(new Change(call.Ended, long.Parse(call.LastArgument, CultureInfo.InvariantCulture), null));
                break;
            case "fdatasync" or "fsync":
                // What another thread wrote while the sync was under way may have missed it.
                file.Sync(call.Began);
                break;
        }
    }

    /// <summary>Writes the files as the disk has them now.</summary>
    /// <param name="survives">Asked for each change that is not synced: whether the disk has it by chance.</param>
    public void WriteTo(string folder, Func<bool> survives)
    {
        foreach (var (path, file) in _files)
            File.WriteAllBytes(Path.Combine(folder, Path.GetFileName(path)), file.Image(survives));
    }

    private sealed record Change(int Ended, long Offset, byte[]? Data);

    private sealed class DiskFile
    {
        private byte[] _synced = [];

        public List<Change> Unsynced { get; } = [];

        public void Sync(int began)
        {
            foreach (var change in Unsynced.Where(change => change.Ended < began))
                _synced = With(_synced, change);
            Unsynced.RemoveAll(change => change.Ended < began);
        }

        public byte[] Image(Func<bool> survives) =>
            Unsynced.Where(_ => survives()).Aggregate(_synced.AsSpan().ToArray(), With);

        private static byte[] With(byte[] image, Change change)
        {
            if (change.Data is not { } data)
            {
                Array.Resize(ref image, (int)change.Offset);
                return image;
            }
            var end = (int)change.Offset + data.Length;
            if (end > image.Length)
                Array.Resize(ref image, end);
            data.CopyTo(image, (int)change.Offset);
            return image;
        }
    }
}
