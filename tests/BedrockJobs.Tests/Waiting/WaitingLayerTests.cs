using System.Reflection;

namespace BedrockJobs.Tests.Waiting;

/// <summary>The logic of a wait knows neither PowerShell nor the AWS SDK.</summary>
public sealed class WaitingLayerTests
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Fact]
    public void A_wait_uses_no_type_of_PowerShell_and_of_the_SDK()
    {
        var types = typeof(JobWait).Assembly.GetTypes().Where(type => type.Namespace == typeof(JobWait).Namespace).ToList();

        Assert.Contains(typeof(JobPoll), types);
        Assert.Empty(types.SelectMany(UsedTypes).Where(IsForeign).Distinct());
    }

    [Theory]
    [InlineData(typeof(CommandLog))]
    [InlineData(typeof(WaitReporter))]
    public void A_type_that_talks_to_PowerShell_is_found(Type type) => Assert.Contains(UsedTypes(type), IsForeign);

    private static bool IsForeign(string name) =>
        name.StartsWith("System.Management.Automation", StringComparison.Ordinal) || name.StartsWith("Amazon", StringComparison.Ordinal);

    private static IEnumerable<string> UsedTypes(Type type)
    {
        MethodBase[] methods = [.. type.GetMethods(Declared), .. type.GetConstructors(Declared)];
        return
        [
            .. from used in type.GetFields(Declared).Select(field => field.FieldType)
                .Concat(type.GetMethods(Declared).Select(method => method.ReturnType))
                .Concat(methods.SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType))
                .Concat(methods.SelectMany(method => method.GetMethodBody()?.LocalVariables ?? []).Select(local => local.LocalType))
                .Append(type.BaseType ?? typeof(object))
               select used.ToString(),
        ];
    }
}
