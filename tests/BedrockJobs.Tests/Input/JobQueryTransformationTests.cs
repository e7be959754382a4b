namespace BedrockJobs.Tests.Input;

public sealed class JobQueryTransformationTests
{
    private static readonly JobQueryTransformationAttribute Transformation = new();

    [Fact]
    public void A_query_stays_and_a_saved_one_is_restored()
    {
        var query = new JobQuery { Region = "us-east-1", EndpointUrl = "https://example.com", Targets = [new() { Region = "eu-west-1" }] };

        Assert.Same(query, Transformation.Transform(null!, query));
        Assert.Same(query, Transformation.Transform(null!, new PSObject(query)));
        var restored = Assert.IsType<JobQuery>(Transformation.Transform(null!, Saved(query)));
        Assert.Equal("us-east-1", restored.Region);
        Assert.Equal("eu-west-1", restored.Targets[0].Region);
    }

    [Theory]
    [InlineData("evil.example/us-east-1", null, "'evil.example/us-east-1'")]
    [InlineData("us-east-1", "ftp://example.com", "'ftp://example.com'")]
    [InlineData(null, "https://user:secret@example.com", "user name")]
    public void A_place_that_a_file_could_have_changed_is_checked(string? region, string? endpointUrl, string message)
    {
        var query = new JobQuery { Region = region, EndpointUrl = endpointUrl };
        var whole = new JobQuery { Targets = [new(), query] };

        foreach (var candidate in new object[] { query, Saved(query), whole, Saved(whole) })
        {
            var refusal = Assert.Throws<ArgumentTransformationMetadataException>(() => Transformation.Transform(null!, candidate));
            Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("PageSize", "many")]
    [InlineData("Skip", null)]
    [InlineData("Name", "a")]
    [InlineData("Targets", "all jobs")]
    [InlineData("Targets", new[] { "all jobs" })]
    public void A_query_that_was_changed_or_not_saved_completely_is_refused(string member, object? value)
    {
        var changed = Saved(new JobQuery());
        changed.Properties[member].Value = value;

        var refusal = Assert.Throws<ArgumentTransformationMetadataException>(() => Transformation.Transform(null!, changed));
        Assert.Contains("not saved completely", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Anything_else_becomes_text_that_is_safe_to_print()
    {
        Assert.Null(Transformation.Transform(null!, null));
        Assert.Equal("a\u241B[2J", Transformation.Transform(null!, "a\u001B[2J"));
    }

    // No module is imported in this process, so PowerShell doesn't convert the object.
    private static PSObject Saved(JobQuery query) => (PSObject)PSSerializer.Deserialize(PSSerializer.Serialize(query, 5));
}
