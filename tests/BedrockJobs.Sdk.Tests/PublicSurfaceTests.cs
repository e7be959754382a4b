using System.Reflection;
using Amazon.Bedrock;

namespace BedrockJobs.Sdk.Tests;

/// <summary>
/// The public surface is part of AWSSDK.Bedrock's, name by name, so that the package can replace it.
/// </summary>
public sealed class PublicSurfaceTests
{
    private static readonly Assembly Sdk = typeof(AmazonBedrockClient).Assembly;

    /// <summary>The source of PublicSurface.txt is the source of the package and the model of the service.</summary>
    [Fact]
    public void The_types_and_their_members_match_the_package()
    {
        using var reader = new StreamReader(GetType().Assembly.GetManifestResourceStream("PublicSurface.txt")!);

        Assert.Equal(reader.ReadToEnd().Split('\n'), Describe().Split('\n'));
    }

    [Fact]
    public void The_constructors_of_the_client_match_the_package()
    {
        string[] credentials =
            ["", "AWSCredentials", "String, String", "String, String, String"];
        string[] settings = ["", "RegionEndpoint", "AmazonBedrockConfig"];
        var expected =
            from first in credentials
            from second in settings
            select string.Join(", ", new[] { first, second }.Where(part => part.Length > 0));

        Assert.Equal(expected.Order(), Constructors(typeof(AmazonBedrockClient)).Order());
    }

    [Fact]
    public void The_constructors_of_every_exception_match_the_package()
    {
        var exceptions = Sdk.GetExportedTypes()
            .Where(type => type.IsAssignableTo(typeof(AmazonBedrockException))).ToList();

        Assert.Equal(7, exceptions.Count);
        Assert.All(exceptions, type => Assert.Equal(
            [
                "",
                "Exception",
                "String",
                "String, ErrorType, String, String, HttpStatusCode",
                "String, Exception",
                "String, Exception, ErrorType, String, String, HttpStatusCode",
            ],
            Constructors(type).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_constant_class_accepts_any_string()
    {
        var classes = Sdk.GetExportedTypes().Where(type => type.BaseType == typeof(ConstantClass)).ToList();

        Assert.Equal(7, classes.Count);
        Assert.All(classes, type =>
        {
            Assert.Equal(["String"], Constructors(type));
            Assert.Equal("new", Convert(type, "FindValue", "new")!.ToString());
            Assert.Equal("new", Convert(type, "op_Implicit", "new")!.ToString());
            Assert.Null(Convert(type, "op_Implicit", null));
            var constant = type.GetFields(BindingFlags.Public | BindingFlags.Static)[0].GetValue(null)!;
            Assert.Same(constant, Convert(type, "op_Implicit", constant.ToString()));
        });

        static object? Convert(Type type, string method, string? value) =>
            type.GetMethod(method, [typeof(string)])!.Invoke(null, [value]);
    }

    private static IEnumerable<string> Constructors(Type type) => type.GetConstructors().Select(Parameters);

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => Name(parameter.ParameterType)));

    private static string Describe() => string.Concat(Sdk.GetExportedTypes()
        .Where(type => type.Namespace is "Amazon.Bedrock" or "Amazon.Bedrock.Model" or "Amazon.Bedrock.Endpoints")
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .Select(type => string.Concat(Members(type).Select(member => $"  {member}\n")
            .Prepend($"{type.FullName} : {type.BaseType?.Name}\n"))));

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags Declared =
            BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        return type.GetFields(Declared).Select(field => $"{field.Name}")
            .Concat(type.GetProperties(Declared).Select(property => $"{property.Name} {Name(property.PropertyType)}"))
            .Concat(type.GetMethods(Declared).Where(method => !method.IsSpecialName || method.Name == "op_Implicit")
                .Select(method => $"{method.Name}({Parameters(method)}) {Name(method.ReturnType)}"))
            .Order(StringComparer.Ordinal);
    }

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return value.Name + "?";
        }

        return type.IsGenericType
            ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : type.Name;
    }
}
