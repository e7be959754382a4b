using System.Text.Json;
using System.Text.RegularExpressions;
using Amazon.Bedrock.Endpoints;
using Amazon.Bedrock.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using AwsFacts;

namespace BedrockJobs.Aws.Tests.Bedrock;

/// <summary>
/// Compares the endpoint provider with the published rules of the service, which a small interpreter applies.
/// </summary>
public sealed partial class PublishedEndpointRulesTests
{
    [Fact]
    public void The_provider_follows_the_rules_for_every_combination_of_parameters()
    {
        var rules = PublishedFacts.Read("bedrock-endpoint-rules.json");
        string?[] regions =
        [
            null, "us-east-1", "eu-central-1", "cn-northwest-1", "us-gov-east-1", "us-iso-west-1", "us-isob-west-1",
            "eu-isoe-west-1", "us-isof-east-1", "eusc-de-east-1", "il-nowhere-9", "moon-base", "",
        ];
        string?[] endpoints = [null, "https://localhost:1/path"];
        bool[] either = [false, true];
        var combinations =
            from region in regions
            from endpoint in endpoints
            from useFips in either
            from useDualStack in either
            select new BedrockEndpointParameters
            {
                Region = region,
                Endpoint = endpoint,
                UseFIPS = useFips,
                UseDualStack = useDualStack,
            };

        Assert.All(combinations, parameters => Assert.Equal(Expected(rules, parameters), Actual(parameters)));
    }

    [Fact]
    public void The_parameters_are_those_of_the_rules()
    {
        var rules = PublishedFacts.Read("bedrock-endpoint-rules.json");

        var expected = rules.GetProperty("parameters").EnumerateObject()
            .Select(parameter => (parameter.Name, ClrType(parameter.Value.GetProperty("type").GetString())));

        var actual = typeof(BedrockEndpointParameters).GetProperties()
            .Where(property => property.DeclaringType == typeof(BedrockEndpointParameters))
            .Select(property => (property.Name, property.PropertyType));
        Assert.Equal(expected.OrderBy(parameter => parameter.Name), actual.OrderBy(parameter => parameter.Name));
    }

    private static Type ClrType(string? type) => type == "string" ? typeof(string) : typeof(bool?);

    private static string Actual(EndpointParameters parameters)
    {
        try
        {
            return new AmazonBedrockEndpointProvider().ResolveEndpoint(parameters).URL;
        }
        catch (AmazonClientException error)
        {
            return "!" + error.Message;
        }
    }

    private static string Expected(JsonElement rules, EndpointParameters parameters)
    {
        var scope = rules.GetProperty("parameters").EnumerateObject()
            .ToDictionary(parameter => parameter.Name, parameter => (object?)parameters[parameter.Name]);
        return Apply(rules.GetProperty("rules"), scope) ?? throw new InvalidOperationException("No rule applies.");
    }

    private static string? Apply(JsonElement rules, Dictionary<string, object?> scope)
    {
        foreach (var rule in rules.EnumerateArray())
        {
            if (!rule.GetProperty("conditions").EnumerateArray().All(condition => Holds(condition, scope)))
            {
                continue;
            }

            switch (rule.GetProperty("type").GetString())
            {
                case "error":
                    return "!" + rule.GetProperty("error").GetString();
                case "endpoint":
                    return Url(rule.GetProperty("endpoint").GetProperty("url"), scope);
                default:
                    // A tree that is entered must result in a decision.
                    return Apply(rule.GetProperty("rules"), scope)
                        ?? throw new InvalidOperationException("A tree of rules has no answer.");
            }
        }

        return null;
    }

    private static bool Holds(JsonElement condition, Dictionary<string, object?> scope)
    {
        var result = Call(condition, scope);
        if (condition.TryGetProperty("assign", out var name))
        {
            scope[name.GetString()!] = result;
        }

        return result is not (null or false);
    }

    private static object? Call(JsonElement function, Dictionary<string, object?> scope)
    {
        var arguments = function.GetProperty("argv").EnumerateArray()
            .Select(argument => Value(argument, scope)).ToArray();
        return function.GetProperty("fn").GetString() switch
        {
            "isSet" => arguments[0] is not null,
            "booleanEquals" => Equals(arguments[0], arguments[1]),
            "aws.partition" => Fn.Partition((string)arguments[0]!),
            "getAttr" => ((Partition)arguments[0]!)[(string)arguments[1]!],
            var unknown => throw new InvalidOperationException($"The rules use a function that is new: {unknown}."),
        };
    }

    private static object? Value(JsonElement argument, Dictionary<string, object?> scope) => argument.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => argument.GetString(),
        _ when argument.TryGetProperty("ref", out var name) => scope[name.GetString()!],
        _ => Call(argument, scope),
    };

    private static string Url(JsonElement url, Dictionary<string, object?> scope) =>
        url.ValueKind == JsonValueKind.Object
            ? (string)Value(url, scope)!
            : Placeholder().Replace(
                url.GetString()!,
                match => match.Groups["attribute"] is { Success: true } attribute
                    ? (string)((Partition)scope[match.Groups["name"].Value]!)[attribute.Value]
                    : (string)scope[match.Groups["name"].Value]!);

    [GeneratedRegex(@"\{(?<name>\w+)(#(?<attribute>\w+))?\}")]
    private static partial Regex Placeholder();
}
