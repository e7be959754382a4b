namespace BedrockJobs.Tests.Display;

public sealed class OriginColumnsTests
{
    [Theory]
    [InlineData(true, false, 120, "BedrockJobs.CustomizationJob#Region")]
    [InlineData(false, true, 120, "BedrockJobs.CustomizationJob#Account")]
    [InlineData(true, true, 120, "BedrockJobs.CustomizationJob#RegionAccount")]
    [InlineData(true, true, null, "BedrockJobs.CustomizationJob#RegionAccount")]
    [InlineData(true, false, 119, "BedrockJobs.CustomizationJob#NarrowRegion")]
    [InlineData(false, true, 80, "BedrockJobs.CustomizationJob#NarrowAccount")]
    [InlineData(true, true, 1, "BedrockJobs.CustomizationJob#NarrowRegionAccount")]
    public void Jobs_of_several_Regions_or_accounts_have_the_type_name_of_the_view_with_these_columns(
        bool region, bool account, int? windowWidth, string typeName)
    {
        var job = new CustomizationJob();

        var marked = Assert.IsType<PSObject>(new OriginColumns(region, account, () => windowWidth).Mark(job));

        Assert.Same(job, marked.BaseObject);
        Assert.Equal([typeName, "BedrockJobs.CustomizationJob", "System.Object"], marked.TypeNames);
    }

    [Fact]
    public void Jobs_of_one_Region_and_account_are_unchanged()
    {
        var job = new CustomizationJob();

        Assert.Same(job, new OriginColumns(region: false, account: false, windowWidth: NoWidth).Mark(job));
        Assert.Equal(["BedrockJobs.CustomizationJob", "System.Object"], new PSObject(job).TypeNames);

        static int? NoWidth() => throw new InvalidOperationException("The width of the window isn't needed.");
    }
}
