using System.Reflection;
using System.Text.Json;
using Amazon.Bedrock;
using AwsFacts;

namespace BedrockJobs.Sdk.Tests;

/// <summary>Compares the types with the published model of the service.</summary>
public sealed class PublishedModelTests
{
    private static readonly string[] Operations =
        ["ListModelCustomizationJobs", "GetModelCustomizationJob", "StopModelCustomizationJob"];

    [Fact]
    public void Every_structure_has_a_type_with_exactly_its_members()
    {
        var model = PublishedFacts.Read("bedrock-model.json");

        Assert.All(
            Reachable(model).Where(shape => Kind(model, shape) == "structure" && !IsError(model, shape)),
            shape => Assert.Equal(
                Shape(model, shape).GetProperty("members").EnumerateObject()
                    .Select(member => (Pascal(member.Name), ClrType(model, ShapeName(member.Value))))
                    .OrderBy(member => member.Item1),
                TypeOf("Amazon.Bedrock.Model", shape)
                    .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                    .Select(property => (property.Name, property.PropertyType))
                    .OrderBy(member => member.Name)));
    }

    [Fact]
    public void Every_enumeration_has_a_constant_for_exactly_each_value()
    {
        var model = PublishedFacts.Read("bedrock-model.json");

        Assert.All(
            Reachable(model).Where(shape => IsEnumeration(model, shape)),
            shape =>
            {
                var type = TypeOf("Amazon.Bedrock", shape);
                Assert.Equal(
                    Shape(model, shape).GetProperty("enum").EnumerateArray()
                        .Select(value => (Pascal(value.GetString()!), value.GetString()!)).Order(),
                    type.GetFields(BindingFlags.Public | BindingFlags.Static)
                        .Select(field => (field.Name, ((ConstantClass)field.GetValue(null)!).Value)).Order());
            });
    }

    [Fact]
    public void Every_error_has_an_exception()
    {
        var model = PublishedFacts.Read("bedrock-model.json");

        Assert.All(
            Reachable(model).Where(shape => IsError(model, shape)),
            shape => Assert.Equal(typeof(AmazonBedrockException), TypeOf("Amazon.Bedrock.Model", shape).BaseType));
    }

    [Fact]
    public void There_are_no_types_that_the_model_does_not_contain()
    {
        var known = Reachable(PublishedFacts.Read("bedrock-model.json"));

        Assert.All(
            typeof(AmazonBedrockClient).Assembly.GetExportedTypes()
                .Where(type => type.Namespace == "Amazon.Bedrock.Model"),
            type => Assert.Contains(type.Name, known));
    }

    private static HashSet<string> Reachable(JsonElement model)
    {
        var found = new HashSet<string>();
        foreach (var operation in Operations.Select(name => model.GetProperty("operations").GetProperty(name)))
        {
            Visit(operation.GetProperty("input"));
            Visit(operation.GetProperty("output"));
            foreach (var error in operation.GetProperty("errors").EnumerateArray())
            {
                Visit(error);
            }
        }

        return found;

        void Visit(JsonElement reference)
        {
            var name = ShapeName(reference);
            if (!found.Add(name))
            {
                return;
            }

            var shape = Shape(model, name);
            if (shape.TryGetProperty("members", out var members))
            {
                foreach (var member in members.EnumerateObject())
                {
                    Visit(member.Value);
                }
            }

            if (shape.TryGetProperty("member", out var item))
            {
                Visit(item);
            }
        }
    }

    private static string ShapeName(JsonElement reference) => reference.GetProperty("shape").GetString()!;

    private static JsonElement Shape(JsonElement model, string name) => model.GetProperty("shapes").GetProperty(name);

    private static string Kind(JsonElement model, string name) => Shape(model, name).GetProperty("type").GetString()!;

    private static bool IsError(JsonElement model, string name) =>
        Shape(model, name).TryGetProperty("exception", out _);

    private static bool IsEnumeration(JsonElement model, string name) =>
        Shape(model, name).TryGetProperty("enum", out _);

    private static Type ClrType(JsonElement model, string name) => Kind(model, name) switch
    {
        "string" when IsEnumeration(model, name) => TypeOf("Amazon.Bedrock", name),
        "string" => typeof(string),
        "integer" => typeof(int?),
        "float" => typeof(float?),
        "boolean" => typeof(bool?),
        "timestamp" => typeof(DateTime?),
        "structure" => TypeOf("Amazon.Bedrock.Model", name),
        "map" => typeof(Dictionary<string, string>),
        "list" => typeof(List<>).MakeGenericType(
            ClrType(model, ShapeName(Shape(model, name).GetProperty("member")))),
        var unknown => throw new InvalidOperationException($"The model has a kind of shape that is new: {unknown}."),
    };

    private static Type TypeOf(string space, string name) =>
        typeof(AmazonBedrockClient).Assembly.GetType($"{space}.{name}", throwOnError: true)!;

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
