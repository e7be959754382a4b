using System.Reflection;
using System.Text.Json;
using Amazon.Bedrock;
using AwsFacts;

namespace BedrockJobs.Aws.Tests.Bedrock;

/// <summary>Compares the types, the readers, and the requests with the published model of the service.</summary>
public sealed class PublishedModelTests
{
    private static readonly string[] Operations =
        ["ListModelCustomizationJobs", "GetModelCustomizationJob", "StopModelCustomizationJob"];

    /// <summary>The types whose names differ from those of the API.</summary>
    private static readonly Dictionary<string, Type> Renamed = new()
    {
        ["GetModelCustomizationJobResponse"] = typeof(CustomizationJobDetail),
        ["ModelCustomizationJobSummary"] = typeof(CustomizationJob),
        ["StatusDetails"] = typeof(CustomizationJobStatusDetails),
        ["ValidationDetails"] = typeof(CustomizationJobSubtask),
        ["DataProcessingDetails"] = typeof(CustomizationJobSubtask),
        ["TrainingDetails"] = typeof(CustomizationJobSubtask),
    };

    [Fact]
    public void Every_structure_in_a_response_has_a_reader_of_exactly_its_members()
    {
        var model = PublishedFacts.Read("bedrock-model.json");
        var readers = Readers();

        Assert.All(StructuresIn(model, "output"), shape => Assert.Equal(
            Members(model, shape).Select(member => member.Name).Order(),
            readers[shape == "ListModelCustomizationJobsResponse" ? "Page" : TypeOf(shape).Name].Order()));
        Assert.Equal(
            StructuresIn(model, "output").Select(shape => shape == "ListModelCustomizationJobsResponse" ? "Page" : TypeOf(shape).Name)
                .Distinct().Order(),
            readers.Keys.Order());
    }

    [Fact]
    public void Every_member_of_a_response_has_a_property_whose_type_fits()
    {
        var model = PublishedFacts.Read("bedrock-model.json");

        Assert.All(
            StructuresIn(model, "output").Where(shape => shape != "ListModelCustomizationJobsResponse"),
            shape => Assert.All(Members(model, shape), member =>
            {
                var property = TypeOf(shape).GetProperties()
                    .Single(candidate => string.Equals(candidate.Name, member.Name, StringComparison.OrdinalIgnoreCase));
                Assert.Equal(TypeOfValue(model, ShapeName(member.Value)), Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
            }));
    }

    [Fact]
    public void Every_request_has_exactly_the_members_of_the_model()
    {
        var model = PublishedFacts.Read("bedrock-model.json");

        Assert.All(StructuresIn(model, "input"), shape => Assert.Equal(
            Members(model, shape).Select(member => (Pascal(member.Name), TypeInRequest(model, ShapeName(member.Value)).Name)).Order(),
            SdkType("Amazon.Bedrock.Model", shape)
                .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Select(property => (property.Name, (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType).Name)).Order()));
    }

    [Fact]
    public void Every_enumeration_in_a_request_has_a_constant_for_each_value()
    {
        var model = PublishedFacts.Read("bedrock-model.json");
        var enumerations = StructuresIn(model, "input").SelectMany(shape => Members(model, shape))
            .Select(member => ShapeName(member.Value)).Where(name => IsEnumeration(model, name));

        Assert.All(enumerations, name => Assert.Equal(
            Shape(model, name).GetProperty("enum").EnumerateArray().Select(value => value.GetString()).Order(),
            SdkType("Amazon.Bedrock", name).GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(field => ((ConstantClass)field.GetValue(null)!).Value).Order()));
    }

    // The names of the members by the type that is read. A response without members needs no type.
    private static Dictionary<string, IEnumerable<string>> Readers() => new[] { typeof(ListReply), typeof(JobReply) }
        .SelectMany(type => type.GetFields(BindingFlags.NonPublic | BindingFlags.Static))
        .Where(field => field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(StructureReader<>))
        .ToDictionary(
            field => field.FieldType.GetGenericArguments()[0].Name,
            field => (IEnumerable<string>)field.FieldType.GetProperty("Names")!.GetValue(field.GetValue(null))!);

    private static HashSet<string> StructuresIn(JsonElement model, string part)
    {
        var found = new HashSet<string>();
        foreach (var operation in Operations)
        {
            Visit(ShapeName(model.GetProperty("operations").GetProperty(operation).GetProperty(part)));
        }

        return [.. found.Where(shape => Kind(model, shape) == "structure" && Members(model, shape).Count > 0)];

        void Visit(string name)
        {
            if (found.Add(name))
            {
                foreach (var member in Members(model, name))
                {
                    Visit(ShapeName(member.Value));
                }

                if (Shape(model, name).TryGetProperty("member", out var item))
                {
                    Visit(ShapeName(item));
                }
            }
        }
    }

    private static Type TypeOfValue(JsonElement model, string shape) => Kind(model, shape) switch
    {
        "string" => typeof(string),
        "integer" => typeof(int),
        "float" => typeof(double),
        "boolean" => typeof(bool),
        "timestamp" => typeof(DateTime),
        "structure" => TypeOf(shape),
        "map" => typeof(OutputDictionary),
        "list" => typeof(OutputList<>).MakeGenericType(TypeOfValue(model, ShapeName(Shape(model, shape).GetProperty("member")))),
        var unknown => throw new InvalidOperationException($"The model has a kind of shape that is new: {unknown}."),
    };

    private static Type TypeInRequest(JsonElement model, string shape) =>
        IsEnumeration(model, shape) ? SdkType("Amazon.Bedrock", shape) : TypeOfValue(model, shape);

    private static Type TypeOf(string shape) => Renamed.GetValueOrDefault(shape)
        ?? typeof(CustomizationJob).Assembly.GetType($"{typeof(CustomizationJob).Namespace}.{shape}", throwOnError: true, ignoreCase: true)!;

    private static Type SdkType(string space, string name) =>
        typeof(AmazonBedrockClient).Assembly.GetType($"{space}.{name}", throwOnError: true)!;

    private static string ShapeName(JsonElement reference) => reference.GetProperty("shape").GetString()!;

    private static JsonElement Shape(JsonElement model, string name) => model.GetProperty("shapes").GetProperty(name);

    private static string Kind(JsonElement model, string name) => Shape(model, name).GetProperty("type").GetString()!;

    private static List<JsonProperty> Members(JsonElement model, string name) =>
        Shape(model, name).TryGetProperty("members", out var members) ? [.. members.EnumerateObject()] : [];

    private static bool IsEnumeration(JsonElement model, string name) => Shape(model, name).TryGetProperty("enum", out _);

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
