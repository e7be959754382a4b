namespace BedrockJobs.Tests.Listing;

public sealed class JobMatcherTests
{
    [Theory]
    [InlineData("train-llama", "train-llama", true)]
    [InlineData("TRAIN-Llama", "train-llama", true)]
    [InlineData("train", "train-llama", false)]
    [InlineData("train-*", "train-llama", true)]
    [InlineData("TRAIN-*", "train-llama", true)]
    [InlineData("*llama", "train-llama", true)]
    [InlineData("train-?lama", "train-llama", true)]
    [InlineData("train-[kl]lama", "train-llama", true)]
    [InlineData("train-[mn]lama", "train-llama", false)]
    [InlineData("llama-*", "train-llama", false)]
    public void A_name_matches_exactly_or_with_wildcards_and_is_not_case_sensitive(string pattern, string name, bool expected)
    {
        var matcher = new JobMatcher(new JobQuery { Name = [pattern] });

        Assert.Equal(expected, matcher.Matches(new CustomizationJob { JobName = name }));
    }

    [Fact]
    public void A_job_matches_any_of_several_names()
    {
        var matcher = new JobMatcher(new JobQuery { Name = ["alpha", "beta-*"] });

        Assert.True(matcher.Matches(new CustomizationJob { JobName = "Alpha" }));
        Assert.True(matcher.Matches(new CustomizationJob { JobName = "beta-2" }));
        Assert.False(matcher.Matches(new CustomizationJob { JobName = "gamma" }));
    }

    [Fact]
    public void A_single_status_is_sent_to_the_service_and_checked_without_regard_to_case()
    {
        var matcher = new JobMatcher(new JobQuery { Status = ["Failed", "failed"] });

        Assert.Equal("Failed", matcher.StatusForService);
        Assert.False(matcher.IsSelective);
        Assert.True(matcher.MatchesServiceFilter(new CustomizationJob { Status = "FAILED" }));
        Assert.False(matcher.MatchesServiceFilter(new CustomizationJob { Status = "Stopped" }));
    }

    [Theory]
    [InlineData("train-llama", true)]
    [InlineData("TRAIN-LLAMA", true)]
    [InlineData("train", false)]
    public void A_name_without_the_requested_part_in_any_case_is_dropped(string name, bool expected)
    {
        var matcher = new JobMatcher(new JobQuery { NameContains = "-Llama" });

        Assert.False(matcher.IsSelective);
        Assert.Equal(expected, matcher.MatchesServiceFilter(new CustomizationJob { JobName = name }));
    }

    // Between 12:00:00.5004 and 12:00:10.5004.
    [Theory]
    [InlineData("12:00:05", true)]
    [InlineData("11:59:59.9999999", false)]
    [InlineData("12:00:00.4999999", false)]
    [InlineData("12:00:00.499", false)]
    [InlineData("12:00:00.5003999", false)]
    [InlineData("12:00:00.5004", true)]
    [InlineData("12:00:10.5004", true)]
    [InlineData("12:00:10.5004001", false)]
    [InlineData("12:00:10.501", false)]
    [InlineData("12:00:11", false)]
    [InlineData("11:59:59", false)]
    // Can be truncated from a time after the limit.
    [InlineData("12:00:00.500", true)]
    [InlineData("12:00:00", true)]
    public void A_creation_time_outside_the_limits_is_dropped_unless_it_can_be_truncated(string time, bool expected)
    {
        var matcher = new JobMatcher(new JobQuery { CreatedAfter = At("12:00:00.5004"), CreatedBefore = At("12:00:10.5004") });

        Assert.Equal(expected, matcher.MatchesServiceFilter(new CustomizationJob { CreationTime = At(time) }));
        Assert.Equal(expected, matcher.MatchesServiceFilter(new CustomizationJob { CreationTime = At(time).ToLocalTime() }));

        static DateTime At(string time) =>
            new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) + TimeSpan.Parse(time, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Several_statuses_are_matched_by_the_module_in_one_listing()
    {
        var matcher = new JobMatcher(new JobQuery { Status = ["Failed", "stopped"] });

        Assert.Null(matcher.StatusForService);
        Assert.True(matcher.IsSelective);
        Assert.True(matcher.Matches(new CustomizationJob { Status = "Stopped" }));
        Assert.True(matcher.Matches(new CustomizationJob { Status = "Failed" }));
        Assert.False(matcher.Matches(new CustomizationJob { Status = "Completed" }));
    }

    [Fact]
    public void Name_and_status_must_both_match()
    {
        var matcher = new JobMatcher(new JobQuery { Name = ["a*"], Status = ["Failed", "Stopped"] });

        Assert.True(matcher.Matches(new CustomizationJob { JobName = "a1", Status = "Failed" }));
        Assert.False(matcher.Matches(new CustomizationJob { JobName = "a1", Status = "Completed" }));
        Assert.False(matcher.Matches(new CustomizationJob { JobName = "b1", Status = "Failed" }));
    }

    [Fact]
    public void Exact_names_that_did_not_occur_are_known()
    {
        var matcher = new JobMatcher(new JobQuery { Name = ["alpha", "beta", "gamma-*"] });
        matcher.Matches(new CustomizationJob { JobName = "ALPHA" });

        Assert.Equal(["beta"], matcher.NamesNotSeen);
    }
}
