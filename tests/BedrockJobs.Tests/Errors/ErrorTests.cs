namespace BedrockJobs.Tests.Errors;

public sealed class ErrorTests
{
    public static TheoryData<BedrockErrorId> AllIds => [.. Enum.GetValues<BedrockErrorId>()];

    [Theory]
    [MemberData(nameof(AllIds))]
    public void Every_kind_of_failure_has_a_message_a_category_and_an_action(BedrockErrorId errorId)
    {
        var exception = new BedrockRequestException(errorId, "Listing", "because", "request-1", 400, "SomeException");

        var record = ErrorRecordFactory.Create(exception, "target");

        Assert.StartsWith("Listing: ", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(": because (request ID request-1).", exception.Message, StringComparison.Ordinal);
        Assert.Equal(errorId.ToString(), record.FullyQualifiedErrorId);
        Assert.NotEqual(ErrorCategory.NotSpecified, record.CategoryInfo.Category);
        Assert.Equal("target", record.TargetObject);
        Assert.NotEmpty(record.ErrorDetails.RecommendedAction);
        Assert.Equal(exception.Message, record.ToString());
    }

    [Fact]
    public void Text_from_the_service_can_t_drive_the_terminal()
    {
        var exception = new BedrockRequestException(BedrockErrorId.AccessDenied, "Listing as \u001B[1mme", "\u001B[2Jgone\r\n", "id\u0007");

        Assert.DoesNotContain(exception.Message, char.IsControl);
        Assert.Contains("\u241B[2Jgone", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_is_shown_up_to_its_first_500_characters()
    {
        var exception = new BedrockRequestException(BedrockErrorId.ServiceFault, "Listing", new string('x', 1_000_000));

        Assert.Equal("Listing: the service failed: " + new string('x', 500) + "\u2026.", exception.Message);
    }

    [Fact]
    public void Missing_details_are_not_mentioned()
    {
        var exception = new BedrockRequestException(BedrockErrorId.RegionNotFound, "Amazon Bedrock", detail: null);

        Assert.Equal("Amazon Bedrock: no AWS Region was found.", exception.Message);
    }
}
