namespace LocalBedrock.Tests;

public sealed class SkewTests
{
    [Theory]
    [InlineData(2, "Signature expired: ", " - 5 min.)")]
    [InlineData(-2, "Signature not yet current: ", " + 5 min.)")]
    public async Task A_service_with_a_wrong_clock_rejects_a_right_one(int hours, string message, string end)
    {
        await using var service = await RunningService.StartAsync(
            RunningService.Empty with { Skew = TimeSpan.FromHours(hours) });
        var reply = await service.GetAsync(RunningService.Jobs);
        reply.AssertError(403, "InvalidSignatureException");
        Assert.StartsWith(message, reply.Message, StringComparison.Ordinal);
        Assert.EndsWith(end, reply.Message, StringComparison.Ordinal);
        AssertNear(DateTime.UtcNow.AddHours(hours), reply.Date);

        // The behavior of a client that uses the Date header.
        var corrected = await service.GetAsync(RunningService.Jobs, RequestSigner.First with { Time = reply.Date });
        Assert.Equal(200, corrected.Status);
    }

    [Fact]
    public async Task The_clock_for_signatures_can_be_changed_and_reset()
    {
        await using var service = await RunningService.StartAsync();
        AssertNear(DateTime.UtcNow, (await service.GetAsync(RunningService.Jobs)).Date);

        await service.AdminAsync("POST", "clock", new { skew = "-03:00:00" });
        Assert.Equal("-03:00:00", (await service.AdminAsync("GET", "clock")).GetProperty("skew").GetString());
        var reply = await service.GetAsync(RunningService.Jobs);
        reply.AssertError(403, "InvalidSignatureException");
        AssertNear(DateTime.UtcNow.AddHours(-3), reply.Date);

        await service.AdminAsync("POST", "clock", new { skew = "00:00:00" });
        Assert.Equal(200, (await service.GetAsync(RunningService.Jobs)).Status);
    }

    private static void AssertNear(DateTime expected, DateTime? actual) =>
        Assert.InRange(actual!.Value, expected.AddMinutes(-1), expected.AddMinutes(1));
}
