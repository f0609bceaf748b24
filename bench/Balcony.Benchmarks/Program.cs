// Runs the benchmarks or the measure named on the command line: `dotnet run -c Release --project bench/Balcony.Benchmarks -- --filter '*Reader*'`, `-- measures`.
using Balcony.Benchmarks;
using Balcony.Benchmarks.Measures;
using BenchmarkDotNet.Running;

#pragma warning disable RS0030 // A benchmark prints: CPU of the process is not among what BenchmarkDotNet measures.
if (args is ["--ledger-cpu"]) await LedgerBenchmarks.PrintCpuAsync(Console.Out);
else if (!await Measure.RunAsync(args, Console.Out)) BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
