using System.Text.RegularExpressions;

namespace BedrockJobs.Tests.Input;

/// <summary>The arguments of -JobIdentifier.</summary>
public sealed class JobIdentifierTests
{
    private const string JobArn = "arn:aws:bedrock:us-east-1:123456789012:model-customization-job/amazon.nova-micro-v1:0:128k/abcdef123456";

    /// <summary>The pattern of the API, from ModelCustomizationJobIdentifier.</summary>
    private static readonly Regex Published = new(
        @"\A((arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:model-customization-job/[a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([a-z0-9-]{1,63}[.]){0,2}[a-z0-9-]{1,63}([:][a-z0-9-]{1,63}){0,2}/[a-z0-9]{12})|([a-zA-Z0-9](-*[a-zA-Z0-9\+\-\.])*))\z");

    [Theory]
    [InlineData("a")]
    [InlineData("train-1")]
    [InlineData("Train.2026+x--")]
    [InlineData(JobArn)]
    [InlineData("arn:aws-us-gov:bedrock:us-gov-west-1:123456789012:model-customization-job/meta.llama3-1-8b-instruct-v1:0/abcdef123456")]
    public void A_name_or_an_ARN_is_accepted(string identifier)
    {
        Assert.Null(FaultOf(identifier));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-train")]
    [InlineData("train 1")]
    [InlineData("train/1")]
    [InlineData("train-*")]
    [InlineData("train-1\n")]
    [InlineData("../secrets")]
    [InlineData(JobArn + "x")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:custom-model/amazon.nova-micro-v1:0:128k/abcdef123456")]
    [InlineData("arn:aws:bedrock:us-east-1:12345:model-customization-job/amazon.nova-micro-v1:0:128k/abcdef123456")]
    public void Other_values_are_rejected_with_the_allowed_values(string identifier)
    {
        var fault = FaultOf(identifier);

        Assert.Contains("-JobIdentifier", fault, StringComparison.Ordinal);
        Assert.Contains("arn:aws:bedrock:", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void The_maximum_length_of_an_identifier_is_that_of_the_API()
    {
        Assert.Null(FaultOf(new string('a', 1011)));
        Assert.NotNull(FaultOf(new string('a', 1012)));
    }

    [Fact]
    public void The_Region_of_an_ARN_must_be_valid_because_requests_are_sent_there()
    {
        var fault = FaultOf(JobArn.Replace("us-east-1", "us-esat-1", StringComparison.Ordinal))!;

        Assert.Contains("Did you mean us-east-1?", fault, StringComparison.Ordinal);
        Assert.NotNull(FaultOf(JobArn.Replace("us-east-1", "elsewhere", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_row_of_hyphens_is_read_as_fast_as_other_text()
    {
        Assert.NotNull(FaultOf("a" + new string('-', 1000) + "!"));
    }

    [Fact]
    public void The_text_of_an_error_can_t_drive_the_terminal()
    {
        Assert.DoesNotContain(FaultOf("a\u001B[2J")!, char.IsControl);
    }

    [Fact]
    public void The_accepted_values_are_those_of_the_API()
    {
        // A small change to a valid value, so that both results are common. Rows of hyphens are short, because the API's
        // pattern takes exponential time for long ones.
        var identifiers = Gen.Select(Gen.Bool, Gen.Int[0, 120], Gen.Char["aA0-+.:/ \n\u0130"], Gen.Int[0, 2]);
        identifiers.Sample((isArn, place, letter, kind) =>
        {
            var identifier = isArn ? JobArn : "train-1";
            place = Math.Min(place, identifier.Length - 1);
            var changed = kind switch
            {
                0 => identifier.Insert(place, letter.ToString()),
                1 => identifier.Remove(place, 1),
                _ => identifier.Remove(place, 1).Insert(place, letter.ToString()),
            };
            var fault = FaultOf(changed);
            var isRefusedForItsRegion = fault?.Contains("Region", StringComparison.Ordinal) ?? false;

            Assert.Equal(Published.IsMatch(changed), fault is null || isRefusedForItsRegion);
        });
    }

    [Fact]
    public void One_or_several_objects_become_the_ARNs_of_their_jobs()
    {
        var job = new CustomizationJob { JobArn = JobArn, JobName = "train-1", ProfileName = "ml-prod" };

        Assert.Equal(JobArn, Transform(job));
        Assert.Equal(JobArn, Transform(PSObject.AsPSObject(job)));
        var several = Assert.IsType<object[]>(Transform(new object[] { job, "train-2", PSObject.AsPSObject(job) }));
        Assert.Equal([JobArn, "train-2", JobArn], several);
        Assert.Equal("ml-prod", JobReference.Of((string)several[2])!.ProfileName);
    }

    [Fact]
    public void Texts_and_null_are_left_to_PowerShell()
    {
        Assert.Equal("train-1", Transform("train-1"));
        Assert.Null(Transform(null));
    }

    [Fact]
    public void A_number_is_the_name_of_a_job()
    {
        Assert.Equal("20261126", Transform(20261126));
        Assert.Equal("1.5", Transform(PSObject.AsPSObject(1.5)));
    }

    // In a list, PowerShell keeps no text of a number, so 007 would be a job with another name.
    [Theory]
    [InlineData(7)]
    [InlineData(1000.0)]
    public void A_number_in_a_list_is_refused(object number)
    {
        var failure = Assert.Throws<ArgumentTransformationMetadataException>(() => Transform(new[] { "train-1", number }));

        Assert.Contains("Put quotation marks around", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_that_is_not_a_job_is_rejected()
    {
        Assert.Contains(
            "JobArn",
            Assert.Throws<ArgumentTransformationMetadataException>(() => Transform(DateTime.UnixEpoch)).Message,
            StringComparison.Ordinal);
    }

    private static object? Transform(object? input) => new JobIdentifierTransformationAttribute().Transform(null!, input);

    private static string? FaultOf(string identifier) =>
        ValidateJobIdentifierAttribute.FaultOf(identifier, () => [new AwsRegion("us-east-1", "US East (N. Virginia)")]);
}
