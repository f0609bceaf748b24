// How far a copy is, as commands tell it.
using Balcony.Server.Storage;

namespace Balcony.Server.Commands;

/// <summary>In percent. Progress{T} would post to the pool, where reports overtake each other.</summary>
internal sealed class CopyRelay(IProgress<CommandProgress> report) : IProgress<CopyProgress>
{
    public static CopyRelay? To(IProgress<CommandProgress>? report) => report is null ? null : new(report);

    public void Report(CopyProgress value) =>
        report.Report(new CommandProgress((int)(value.Total == 0 ? 100 : Math.Min(100, value.Done * 100 / value.Total)), 100) { Step = value.Step });
}
