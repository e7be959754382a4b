using System.Text.Json;

namespace BedrockJobs.Aws.Tests.Bedrock;

/// <summary>
/// A response with random damage is read as an independent reader reads it, or rejected. The suite repeats the same damage
/// each time. To test more, set BEDROCKJOBS_FUZZ_SECONDS, and BEDROCKJOBS_FUZZ_SEED to start with another seed.
/// </summary>
public sealed class MutatedReplyTests
{
    private const int CasesPerSeed = 500;
    private const int SeedsInSuite = 40;
    private const int RequestsInSuite = 400;

    private static readonly string Pages = FullReply.Page.Replace(
        "}]}", "}," + ReplyCase.Summary + ",null," + ReplyCase.Summary + "]}", StringComparison.Ordinal);

    private static double Seconds => Setting("BEDROCKJOBS_FUZZ_SECONDS");

    private static int FirstSeed => (int)Setting("BEDROCKJOBS_FUZZ_SEED");

    [Fact]
    public void A_damaged_page_is_read_as_an_independent_reader_reads_it_or_rejected() =>
        Run(Pages, body => Compare(body, ReplyOracle.ReadPage, ReadPage));

    [Fact]
    public void A_damaged_job_is_read_as_an_independent_reader_reads_it_or_rejected() =>
        Run(FullReply.Job, body => Compare(body, ReplyOracle.ReadJob, ReadJob));

    [Fact]
    public void A_damaged_error_is_read_as_far_as_possible()
    {
        Run(FullReply.Error, body => NamedError.In(body));
        Run("<ErrorResponse><Error><Code>ThrottlingException</Code><Message>a &lt; b</Message></Error></ErrorResponse>", body => NamedError.In(body));
    }

    [Fact]
    public async Task A_damaged_response_over_HTTP_results_in_jobs_or_an_expected_kind_of_error()
    {
        var body = Array.Empty<byte>();
        var status = 200;
        await using var server = new LoopbackServer(_ => Reply.Binary(body, status));
        using var service = TestService.At(server.Url);
        var watch = Stopwatch.StartNew();
        for (var seed = FirstSeed; Seconds == 0 ? seed == FirstSeed : watch.Elapsed.TotalSeconds < Seconds; seed++)
        {
            var (pages, jobs, errors) = (new Mutator(Pages, seed), new Mutator(FullReply.Job, seed), new Mutator(FullReply.Error, seed));
            for (var i = 0; i < RequestsInSuite; i++)
            {
                (body, status) = i % 8 == 0 ? (errors.Next(), 400 + (i % 200)) : (i % 8 < 5 ? pages.Next() : jobs.Next(), 200);
                var failure = i % 8 < 5
                    ? await Record.ExceptionAsync(async () => RequireRight(body, await ReplyCase.List(service)))
                    : await Record.ExceptionAsync(() => ReplyCase.Get(service));
                Assert.True(
                    failure is null or BedrockRequestException { ErrorId: not BedrockErrorId.UnexpectedError },
                    $"seed {seed}, request {i}: {failure}\n{Encoding.Latin1.GetString(body)}");
            }
        }

        // An intact page is never rejected.
        static void RequireRight(byte[] body, Service.JobPage page)
        {
            var expected = ListReply.Read(body, requestId: null, out var missing);
            Assert.Null(missing);
            Assert.Equal(ReplyOracle.Show(expected, missing), ReplyOracle.Show(page, missing));
        }
    }

    private static string ReadPage(byte[] body)
    {
        var page = ListReply.Read(body, requestId: null, out var missing);
        return ReplyOracle.Show(page, missing);
    }

    private static string ReadJob(byte[] body)
    {
        var job = JobReply.Read(body, requestId: null, out var missing);
        return ReplyOracle.Show(job, missing);
    }

    private static void Compare(byte[] body, Func<byte[], string?> readIndependently, Func<byte[], string> read)
    {
        var expected = readIndependently(body);
        var mayBeRefused = expected?.Contains(ReplyOracle.Unreadable, StringComparison.Ordinal) ?? false;
        string? seen;
        try
        {
            seen = read(body);
        }
        catch (JsonException)
        {
            seen = null;
        }

        if (seen is not null || !mayBeRefused)
        {
            Assert.Equal(expected?.Replace(ReplyOracle.Unreadable, string.Empty, StringComparison.Ordinal), seen);
        }
    }

    private static void Run(string original, Action<byte[]> check)
    {
        var watch = Stopwatch.StartNew();
        for (var seed = FirstSeed; Seconds == 0 ? seed < FirstSeed + SeedsInSuite : watch.Elapsed.TotalSeconds < Seconds; seed++)
        {
            var mutator = new Mutator(original, seed);
            for (var i = 0; i < CasesPerSeed; i++)
            {
                var body = mutator.Next();
                var allocated = GC.GetAllocatedBytesForCurrentThread();
                var failure = Record.Exception(() => check(body));
                allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
                Assert.True(failure is null, $"seed {seed}, case {i}: {failure}\n{Encoding.Latin1.GetString(body)}");
                Assert.True(allocated < 1_000_000 + (100L * body.Length), $"seed {seed}, case {i}: {allocated} bytes\n{Encoding.Latin1.GetString(body)}");
            }
        }
    }

    private static double Setting(string name) =>
        double.Parse(Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : "0", CultureInfo.InvariantCulture);
}
