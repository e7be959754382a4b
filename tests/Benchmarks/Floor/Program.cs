using BedrockJobs.Floor;

// Lists all jobs as many times as the first argument specifies, and prints what tests/Benchmarks/Measure.psm1 expects of a
// lister: the number of jobs in one listing, and the seconds and allocated bytes of each listing.
var times = int.Parse(args[0], CultureInfo.InvariantCulture);
var seconds = new double[times];
var bytes = new long[times];
var jobs = 0;
using var loop = new ListingLoop();
for (var i = 0; i < times; i++)
{
    var before = GC.GetTotalAllocatedBytes(precise: true);
    var watch = Stopwatch.StartNew();
    jobs = await loop.ListAsync();
    seconds[i] = watch.Elapsed.TotalSeconds;
    bytes[i] = GC.GetTotalAllocatedBytes(precise: true) - before;
}

Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $$"""{"jobs":{{jobs}},"seconds":[{{string.Join(',', seconds.Select(Text))}}],"bytes":[{{string.Join(',', bytes)}}]}"""));

static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
