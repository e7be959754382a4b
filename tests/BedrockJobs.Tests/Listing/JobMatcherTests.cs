using BedrockJobs.Listing;
using Xunit;

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
    public void A_name_matches_exactly_or_by_wildcards_whatever_the_case(string pattern, string name, bool expected)
    {
        var matcher = new JobMatcher(new JobQuery { Name = [pattern] });

        Assert.Equal(expected, matcher.Matches(new CustomizationJob { JobName = name }));
    }

    [Fact]
    public void Any_of_several_names_will_do()
    {
        var matcher = new JobMatcher(new JobQuery { Name = ["alpha", "beta-*"] });

        Assert.True(matcher.Matches(new CustomizationJob { JobName = "Alpha" }));
        Assert.True(matcher.Matches(new CustomizationJob { JobName = "beta-2" }));
        Assert.False(matcher.Matches(new CustomizationJob { JobName = "gamma" }));
    }

    [Fact]
    public void One_status_is_left_to_the_service()
    {
        var matcher = new JobMatcher(new JobQuery { Status = ["Failed", "failed"] });

        Assert.Equal("Failed", matcher.StatusForService);
        Assert.False(matcher.IsSelective);
    }

    [Fact]
    public void Several_statuses_are_matched_here_in_one_listing()
    {
        var matcher = new JobMatcher(new JobQuery { Status = ["Failed", "stopped"] });

        Assert.Null(matcher.StatusForService);
        Assert.True(matcher.IsSelective);
        Assert.True(matcher.Matches(new CustomizationJob { Status = "Stopped" }));
        Assert.True(matcher.Matches(new CustomizationJob { Status = "Failed" }));
        Assert.False(matcher.Matches(new CustomizationJob { Status = "Completed" }));
    }

    [Fact]
    public void Name_and_statuses_both_have_to_match()
    {
        var matcher = new JobMatcher(new JobQuery { Name = ["a*"], Status = ["Failed", "Stopped"] });

        Assert.True(matcher.Matches(new CustomizationJob { JobName = "a1", Status = "Failed" }));
        Assert.False(matcher.Matches(new CustomizationJob { JobName = "a1", Status = "Completed" }));
        Assert.False(matcher.Matches(new CustomizationJob { JobName = "b1", Status = "Failed" }));
    }

    [Fact]
    public void It_knows_which_exact_names_it_has_not_seen()
    {
        var matcher = new JobMatcher(new JobQuery { Name = ["alpha", "beta", "gamma-*"] });
        matcher.Matches(new CustomizationJob { JobName = "ALPHA" });

        Assert.Equal(["beta"], matcher.NamesNotSeen);
    }
}
