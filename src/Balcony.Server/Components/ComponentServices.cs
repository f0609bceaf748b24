// What every component works with, held once.
using Balcony.Server.Metering;
using Balcony.Server.Routing;
using Balcony.Server.Streams;
using Balcony.Xmpp.Stanzas;
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Components;

/// <summary>What every component works with.</summary>
/// <param name="Limits">Of a stream that has not proved anything.</param>
internal sealed record ComponentServices(
    IRouter Router, KeptMessages Kept, StreamLimits Limits, ServerMetrics Metrics, TimeProvider Clock, ILogger Logger)
{
    /// <summary>The server stops: what is kept waits for the next one.</summary>
    public bool IsStopping { get; set; }

    /// <summary>Takes a component's message to one of our hosts; false: it is routed as any other.</summary>
    public Func<Component, Message, Receipt, bool> OnMessage { get; set; } = static (_, _, _) => false;
}
