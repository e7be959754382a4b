using System.Reflection;

namespace BedrockJobs.Tests.Input;

public sealed class AgeTransformationTests
{
    [Theory]
    [InlineData("45s", "00:00:45")]
    [InlineData("90m", "01:30:00")]
    [InlineData("12h", "12:00:00")]
    [InlineData("7d", "7.00:00:00")]
    [InlineData("2w", "14.00:00:00")]
    [InlineData("1d12h", "1.12:00:00")]
    [InlineData("1.5H", "01:30:00")]
    [InlineData(" 7 d ", "7.00:00:00")]
    [InlineData("1.06:00:00", "1.06:00:00")]
    [InlineData("00:30", "00:30:00")]
    [InlineData("36500d", "36500.00:00:00")]
    public void An_age_is_a_number_with_a_unit_or_a_TimeSpan(string text, string expected)
    {
        Assert.Equal(TimeSpan.Parse(expected, CultureInfo.InvariantCulture), Transform(text).TimeSpan);
    }

    [Fact]
    public void A_TimeSpan_is_accepted_unchanged()
    {
        Assert.Equal(TimeSpan.FromHours(5), Transform(TimeSpan.FromHours(5)).TimeSpan);
        Assert.Equal(TimeSpan.FromHours(5), Transform(PSObject.AsPSObject(TimeSpan.FromHours(5))).TimeSpan);
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("7")]
    [InlineData(7)]
    [InlineData(7.5)]
    [InlineData("7y")]
    [InlineData("-7d")]
    [InlineData("0d")]
    [InlineData("00:00:00")]
    [InlineData("-01:00:00")]
    [InlineData("36501d")]
    [InlineData("999999999w999999999w")]
    [InlineData("\u0667d")]
    [InlineData("7\u017F")]
    public void An_invalid_age_is_rejected_with_the_allowed_values(object input)
    {
        var exception = Assert.Throws<ArgumentTransformationMetadataException>(() => Transform(input));

        Assert.Contains($"'{Convert.ToString(input, CultureInfo.CurrentCulture)}' is not an age", exception.Message, StringComparison.Ordinal);
        Assert.Contains("90m, 12h, 7d, 2w", exception.Message, StringComparison.Ordinal);
    }

    private static Period Transform(object input) => (Period)typeof(GetBdrCustomizationJobCommand)
        .GetProperty(nameof(GetBdrCustomizationJobCommand.MaxAge))!
        .GetCustomAttribute<PeriodTransformationAttribute>()!
        .Transform(null!, input);
}
