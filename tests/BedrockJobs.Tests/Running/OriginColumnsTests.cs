namespace BedrockJobs.Tests.Running;

public sealed class OriginColumnsTests
{
    [Theory]
    [InlineData(true, false, "BedrockJobs.CustomizationJob#Region")]
    [InlineData(false, true, "BedrockJobs.CustomizationJob#AccountId")]
    [InlineData(true, true, "BedrockJobs.CustomizationJob#Origin")]
    public void Jobs_of_several_Regions_or_accounts_have_the_type_name_of_the_view_with_their_origin(
        bool severalRegions, bool severalAccounts, string typeName)
    {
        var job = new CustomizationJob();

        var marked = Assert.IsType<PSObject>(new OriginColumns(severalRegions, severalAccounts).Mark(job));

        Assert.Same(job, marked.BaseObject);
        Assert.Equal([typeName, "BedrockJobs.CustomizationJob", "BedrockJobs.OutputObject", "System.Object"], marked.TypeNames);
    }

    [Fact]
    public void Jobs_of_one_Region_and_account_are_unchanged()
    {
        var job = new CustomizationJob();

        Assert.Same(job, new OriginColumns(severalRegions: false, severalAccounts: false).Mark(job));
        Assert.Equal(["BedrockJobs.CustomizationJob", "BedrockJobs.OutputObject", "System.Object"], new PSObject(job).TypeNames);
    }
}
