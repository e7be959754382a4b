using System.Reflection;
using Amazon.Bedrock;

namespace BedrockJobs.Sdk.Tests;

/// <summary>The public constructors of the exceptions, which callers use in tests of their own.</summary>
public sealed class ExceptionConstructorTests
{
    private static readonly InvalidOperationException Cause = new("the cause");

    public static IEnumerable<TheoryDataRow<ConstructorInfo>> Constructors() =>
        from type in typeof(AmazonBedrockException).Assembly.GetExportedTypes()
        where type.IsAssignableTo(typeof(AmazonBedrockException))
        from constructor in type.GetConstructors()
        select new TheoryDataRow<ConstructorInfo>(constructor) { TestDisplayName = $"{type.Name}: {constructor}" };

    [Theory]
    [MemberData(nameof(Constructors), DisableDiscoveryEnumeration = true)]
    public void Each_argument_reaches_its_property(ConstructorInfo constructor)
    {
        var names = constructor.GetParameters().Select(parameter => parameter.Name).ToArray();

        var exception = (AmazonBedrockException)constructor.Invoke([.. names.Select(Argument)]);

        Assert.Equal(names.Contains("innerException") ? Cause : null, exception.InnerException);
        if (names.Contains("message"))
        {
            Assert.Equal("the message", exception.Message);
        }
        else if (names.Contains("innerException"))
        {
            Assert.Equal(Cause.Message, exception.Message);
        }

        if (names.Contains("errorCode"))
        {
            Assert.Equal(ErrorType.Receiver, exception.ErrorType);
            Assert.Equal("the code", exception.ErrorCode);
            Assert.Equal("the request", exception.RequestId);
            Assert.Equal(HttpStatusCode.Conflict, exception.StatusCode);
        }
    }

    private static object Argument(string? parameter) => parameter switch
    {
        "message" => "the message",
        "innerException" => Cause,
        "errorType" => ErrorType.Receiver,
        "errorCode" => "the code",
        "requestId" => "the request",
        "statusCode" => HttpStatusCode.Conflict,
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter, null),
    };
}
