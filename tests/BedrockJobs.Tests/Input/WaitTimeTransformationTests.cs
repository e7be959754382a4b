using System.Reflection;

namespace BedrockJobs.Tests.Input;

public sealed class WaitTimeTransformationTests
{
    [Theory]
    [InlineData(90, "00:01:30")]
    [InlineData("90", "00:01:30")]
    [InlineData(1.5, "00:00:01.5")]
    [InlineData("90m", "01:30:00")]
    [InlineData("12h", "12:00:00")]
    [InlineData("1d12h", "1.12:00:00")]
    [InlineData("00:30", "00:30:00")]
    public void A_time_has_the_format_of_an_age_and_a_number_without_a_unit_is_seconds(object input, string expected)
    {
        var time = TimeSpan.Parse(expected, CultureInfo.InvariantCulture);

        Assert.Equal(time, Timeout(input));
        Assert.Equal(time < TimeSpan.FromDays(1) ? time : null, TryPollInterval(input));
    }

    [Fact]
    public void A_TimeSpan_is_accepted_unchanged()
    {
        Assert.Equal(TimeSpan.FromHours(5), Timeout(PSObject.AsPSObject(TimeSpan.FromHours(5))));
        Assert.Equal(TimeSpan.FromHours(5), TryPollInterval(TimeSpan.FromHours(5)));
    }

    [Fact]
    public void A_number_of_days_without_its_original_text_is_rejected()
    {
        Assert.Throws<ArgumentTransformationMetadataException>(() => Timeout(7m));
    }

    [Fact]
    public void A_timeout_of_zero_is_allowed()
    {
        Assert.Equal(TimeSpan.Zero, Timeout(0));
        Assert.Equal(TimeSpan.Zero, Timeout(TimeSpan.Zero));
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData(-1)]
    [InlineData("-5m")]
    [InlineData("36501d")]
    public void An_invalid_time_limit_is_rejected_with_the_allowed_values(object input)
    {
        var exception = Assert.Throws<ArgumentTransformationMetadataException>(() => Timeout(input));

        Assert.StartsWith($"'{input}' is not a time limit. -Timeout takes", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData("0.5s")]
    [InlineData("25h")]
    [InlineData("often")]
    public void An_invalid_poll_interval_is_rejected_with_the_allowed_values(object input)
    {
        var exception = Assert.Throws<ArgumentTransformationMetadataException>(
            () => Transform(nameof(WaitBdrCustomizationJobCommand.PollInterval), input));

        Assert.StartsWith($"'{input}' is not a poll interval. -PollInterval takes", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith("from 1s to 1d.", exception.Message, StringComparison.Ordinal);
    }

    private static TimeSpan Timeout(object input) => Transform(nameof(WaitBdrCustomizationJobCommand.Timeout), input);

    private static TimeSpan? TryPollInterval(object input)
    {
        try
        {
            return Transform(nameof(WaitBdrCustomizationJobCommand.PollInterval), input);
        }
        catch (ArgumentTransformationMetadataException)
        {
            return null;
        }
    }

    private static Period Transform(string parameter, object input) => (Period)typeof(WaitBdrCustomizationJobCommand)
        .GetProperty(parameter)!
        .GetCustomAttribute<PeriodTransformationAttribute>()!
        .Transform(null!, input);
}
