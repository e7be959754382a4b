namespace BedrockJobs.Aws.Tests.Profiles;

public sealed class KnownRegionsTests
{
    [Fact]
    public void Every_Region_of_the_SDK_is_accepted()
    {
        Assert.All(KnownRegions.All, region => Assert.Null(ConnectionRules.FaultOfRegion(region.Name, () => [])));
    }

    [Theory]
    [InlineData("us-east-1", "US East (N. Virginia)")]
    [InlineData("eu-central-1", "Europe (Frankfurt)")]
    [InlineData("cn-north-1", "China (Beijing)")]
    [InlineData("us-gov-west-1", "AWS GovCloud (US-West)")]
    [InlineData("eusc-de-east-1", "AWS European Sovereign Cloud (Germany)")]
    [InlineData("us-isof-south-1", "US ISOF SOUTH")]
    public void Regions_of_every_partition_are_known_by_name(string name, string longName)
    {
        Assert.Equal(longName, Assert.Single(KnownRegions.All, region => region.Name == name).LongName);
    }

    [Fact]
    public void A_name_that_was_only_requested_from_the_SDK_is_not_known()
    {
        RegionEndpoint.GetBySystemName("us-esat-1");

        Assert.DoesNotContain("us-esat-1", KnownRegions.All.Select(region => region.Name));
        Assert.DoesNotContain("us-east-1-regional", KnownRegions.All.Select(region => region.Name));
    }
}
