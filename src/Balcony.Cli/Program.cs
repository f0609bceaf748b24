// Temporary entry until the command line lands: `balcony serve --dev [PORT]`.
#pragma warning disable RS0030 // the command line prints
using System.Net;
using Balcony.Server.Accounts;
using Balcony.Server.Hosting;
using Balcony.Server.Net;
using Balcony.Xmpp.Addressing;
using Microsoft.Extensions.Logging;

Listeners.UseInlineCompletions();
int port = args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 5222;
using var loggers = LoggerFactory.Create(builder => builder.AddConsole().SetMinimumLevel(LogLevel.Information));
string folder = Directory.CreateTempSubdirectory("balcony-").FullName;
var dev = DevCertificates.Ensure(folder, ["localhost"], TimeProvider.System);
using var metrics = new ServerMetrics();
using var certificates = new CertificateStore([dev.Host], TimeProvider.System, loggers.CreateLogger<CertificateStore>());
await using var server = new BalconyServer(new ServerSettings { Hosts = [BareJid.Parse("localhost")] }, new Balcony.Server.Storage.MemoryStorage(), new AnyAccounts(), TimeProvider.System, loggers, metrics);
await using var listeners = new Listeners(new NetLimits(), certificates, TimeProvider.System, metrics, loggers.CreateLogger<Listeners>());
listeners.Listen(new ListenerOptions { Name = "c2s", EndPoint = new IPEndPoint(IPAddress.Loopback, port) }, transport => server.ServeAsync(transport));
Console.WriteLine($"ready on {port}");
await Task.Delay(Timeout.Infinite);
return 0;
