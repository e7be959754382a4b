using System.Text.Json;
using BedrockJobs.Micro;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// Runs every benchmark and writes the name, nanoseconds, and allocated bytes of each to the JSON file in the first argument.
var path = Path.GetFullPath(args[0]);
var config = ManualConfig.CreateEmpty()
    // In this process, because a project generated elsewhere doesn't find the package versions of this repository.
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddLogger(ConsoleLogger.Default)
    .WithArtifactsPath(Path.GetDirectoryName(path)!);
Type[] benchmarks = [typeof(MatcherBenchmarks), typeof(MergeBenchmarks), typeof(PageBenchmarks), typeof(RecentJobsBenchmarks), typeof(ViewBenchmarks)];
var reports = benchmarks.SelectMany(type => BenchmarkRunner.Run(type, config).Reports).ToArray();

var results = reports.Select(report => new
{
    name = report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\''),
    nanoseconds = report.ResultStatistics?.Median ?? throw new InvalidOperationException($"{report.BenchmarkCase} failed."),
    bytes = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0,
});
File.WriteAllText(path, JsonSerializer.Serialize(results));
