using System;
using System.Globalization;
using System.Management.Automation;
using BedrockJobs.Views;
using Xunit;

namespace BedrockJobs.Tests.Views;

public sealed class JobViewTests
{
    [Theory]
    [InlineData("0:00:00", "0s")]
    [InlineData("0:00:59", "59s")]
    [InlineData("0:01:05", "1m 5s")]
    [InlineData("3:12:40", "3h 12m")]
    [InlineData("23:59:59", "23h 59m")]
    [InlineData("2.04:30:00", "2d 4h")]
    [InlineData("999.23:00:00", "999d 23h")]
    [InlineData("1234.05:00:00", "1234d")]
    public void A_duration_is_shown_in_its_two_largest_units(string duration, string expected)
    {
        Assert.Equal(expected, JobView.Duration(TimeSpan.Parse(duration, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void What_is_unknown_is_shown_as_nothing()
    {
        Assert.Equal(string.Empty, JobView.Duration(null));
        Assert.Equal(string.Empty, JobView.Time(null));
        Assert.Equal(string.Empty, JobView.Text(null));
    }

    [Fact]
    public void A_time_is_shown_to_the_minute_whatever_the_culture()
    {
        Assert.Equal("2026-01-02 03:04", JobView.Time(new DateTime(2026, 1, 2, 3, 4, 5)));
    }

    [Fact]
    public void A_status_has_a_colour_where_the_session_shows_colours()
    {
        Assert.Equal("\u001B[31mFailed\u001B[0m", JobView.Status("Failed", Style("Host")));
        Assert.Equal("Failed", JobView.Status("Failed", Style("PlainText")));
        Assert.Equal("Failed", JobView.Status("Failed", psStyle: null));
    }

    [Fact]
    public void A_status_that_AWS_adds_tomorrow_is_shown_as_it_is()
    {
        Assert.Equal("Paused", JobView.Status("Paused", Style("Host")));
        Assert.Equal("\u241B[0m", JobView.Status("\u001B[0m", Style("Host")));
    }

    private static PSObject Style(string outputRendering)
    {
        var style = new PSObject();
        style.Properties.Add(new PSNoteProperty("OutputRendering", outputRendering));
        return style;
    }
}
