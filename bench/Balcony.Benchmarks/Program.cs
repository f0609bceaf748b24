// Runs the benchmarks named on the command line: `dotnet run -c Release --project bench/Balcony.Benchmarks -- --filter '*Reader*'`.
using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
