using System.Collections;
using System.Text.Json;
using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using BedrockJobs.Sdk.Tests;

namespace BedrockJobs.Aws.Tests.Bedrock;

/// <summary>A response that matches the API is read as the AWS SDK reads it, member by member.</summary>
public sealed class ReaderTests
{
    [Fact]
    public async Task Every_member_of_a_page_is_read_as_the_SDK_reads_it()
    {
        var ours = ListReply.Read(Encoding.UTF8.GetBytes(FullReply.Page));

        AssertComplete(ours);
        AssertSame(await AskSdkAsync(FullReply.Page, client => client.ListModelCustomizationJobsAsync(new())), ours);
    }

    [Fact]
    public async Task Every_member_of_a_job_is_read_as_the_SDK_reads_it()
    {
        var ours = JobReply.Read(Encoding.UTF8.GetBytes(FullReply.Job));

        AssertComplete(ours);
        AssertSame(await AskSdkAsync(FullReply.Job, client => client.GetModelCustomizationJobAsync(new() { JobIdentifier = "a" })), ours);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"jobArn":null,"statusDetails":null,"hyperParameters":null,"validationMetrics":null,"creationTime":null}""")]
    public void Missing_and_null_members_are_null(string body)
    {
        Assert.All(
            MembersOf(JobReply.Read(Encoding.UTF8.GetBytes(body))),
            member => Assert.Null(member.Value));
    }

    private static async Task<T> AskSdkAsync<T>(string body, Func<AmazonBedrockClient, Task<T>> ask)
    {
        await using var server = new LoopbackServer(Reply.Json(body));
        using var client = new AmazonBedrockClient(
            "key", "secret", new AmazonBedrockConfig { ServiceURL = server.Url, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
        return await ask(client);
    }

    // A member that a new SDK has and the readers don't know is missing here.
    private static void AssertComplete(object structure)
    {
        foreach (var (name, value) in MembersOf(structure))
        {
            Assert.True(value is not null, $"{structure.GetType().Name}.{name} is not read.");
            foreach (var item in value is IList list ? list.Cast<object>() : [value])
            {
                if (item.GetType().Namespace == typeof(ListModelCustomizationJobsRequest).Namespace)
                {
                    AssertComplete(item);
                }
            }
        }
    }

    private static void AssertSame<T>(T expected, T actual)
        where T : AmazonWebServiceResponse
    {
        Assert.Equal(Write(expected), Write(actual));

        static string Write(T response) =>
            JsonSerializer.Serialize(MembersOf(response).ToDictionary(member => member.Name, member => member.Value));
    }

    private static IEnumerable<(string Name, object? Value)> MembersOf(object structure) =>
        from property in structure.GetType().GetProperties()
        where property.DeclaringType == structure.GetType()
        select (property.Name, property.GetValue(structure));
}
