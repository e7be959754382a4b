namespace BedrockJobs.Aws.Tests.Bedrock;

/// <summary>Times in responses.</summary>
public sealed class ReplyTimeTests
{
    [Theory]
    [InlineData("\"2026-01-02T03:04:05Z\"", 0)]
    [InlineData("\"2026-01-02T03:04:05.1234567Z\"", 1_234_567)]
    [InlineData("\"2026-01-02T03:04:05.0000001Z\"", 1)]
    [InlineData("\"2026-01-02T03:04:05.12+00:00\"", 1_200_000)]
    [InlineData("\"2026-01-02T12:04:05+09:00\"", 0)]
    [InlineData("\"2026-01-02T03:04:05\"", 0)]
    [InlineData("\"2026-01-02 03:04:05\"", 0)]
    [InlineData("\"2026-01-02 03:04:05.5\"", 5_000_000)]
    [InlineData("1767323045", 0)]
    [InlineData("1767323045.25", 2_500_000)]
    public void A_time_in_any_format_is_read_as_UTC(string json, long ticks)
    {
        using var zone = LocalZone.Of("Asia/Tokyo");

        var time = Job(json).CreationTimeUtc;

        Assert.Equal(DateTimeKind.Utc, time.Kind);
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddTicks(ticks), time);
    }

    // 02:30 doesn't exist in Berlin on this day, so a conversion to local time would be visible here.
    [Fact]
    public void A_time_without_a_zone_is_not_changed_by_daylight_saving_time()
    {
        using var zone = LocalZone.Of("Europe/Berlin");

        var time = Job("\"2026-03-29 02:30:00\"").CreationTimeUtc;

        Assert.Equal(new DateTime(2026, 3, 29, 2, 30, 0, DateTimeKind.Utc), time);
    }

    [Fact]
    public void Any_time_is_read_exactly_with_any_number_of_digits()
    {
        var times = Gen.Select(Gen.DateTime[new DateTime(2020, 1, 1), new DateTime(2100, 1, 1)], Gen.Int[1, 7])
            .Select((time, digits) =>
                (Time: Cut(time, digits), Format: $"yyyy-MM-ddTHH:mm:ss.{new string('f', digits)}Z"))
            .Array[100];

        times.Sample(
            sample =>
            {
                var jobs = sample.Select(item =>
                    Summary($"\"{item.Time.ToString(item.Format, CultureInfo.InvariantCulture)}\""));
                var page = Read(ReplyCase.PageOf([.. jobs]));
                Assert.Equal(sample.Select(item => item.Time), page.Jobs.Select(job => job.CreationTimeUtc));
            },
            iter: 20,
            threads: 1);

        static DateTime Cut(DateTime time, int digits)
        {
            var unit = (long)Math.Pow(10, 7 - digits);
            return DateTime.SpecifyKind(new DateTime(time.Ticks / unit * unit), DateTimeKind.Utc);
        }
    }

    [Fact]
    public void A_time_that_is_null_is_null()
    {
        var job = Assert.Single(Read(ReplyCase.PageOf(ReplyCase.Summary[..^1] + ",\"endTime\":null}")).Jobs);

        Assert.Null(job.EndTime);
        Assert.Null(job.LastModifiedTime);
    }

    private static JobPage Read(string body) => ListReply.Read(Encoding.UTF8.GetBytes(body), requestId: null, out _);

    private static CustomizationJob Job(string time) => Assert.Single(Read(ReplyCase.PageOf(Summary(time))).Jobs);

    private static string Summary(string time) =>
        ReplyCase.Summary.Replace("\"2026-01-02T03:04:05Z\"", time, StringComparison.Ordinal);

    /// <summary>Sets another time zone for the process.</summary>
    private sealed class LocalZone : IDisposable
    {
        private readonly string? _before = Environment.GetEnvironmentVariable("TZ");

        private LocalZone(string name) => Set(name);

        public static LocalZone Of(string name)
        {
            Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps a process's time zone out of its environment.");
            var zone = new LocalZone(name);
            Assert.Equal(name, TimeZoneInfo.Local.Id);
            return zone;
        }

        public void Dispose() => Set(_before);

        private static void Set(string? name)
        {
            Environment.SetEnvironmentVariable("TZ", name);
            TimeZoneInfo.ClearCachedData();
        }
    }
}
