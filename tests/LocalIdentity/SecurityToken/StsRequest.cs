namespace LocalIdentity.SecurityToken;

/// <summary>A request in AWS's query protocol: a form with an action and its parameters.</summary>
internal sealed class StsRequest(ApiRequest request)
{
    // A form has the same encoding as a query.
    private readonly Dictionary<string, string> _form = new RequestTarget($"/?{Encoding.UTF8.GetString(request.Body.Span)}").Query;

    public ApiRequest Http { get; } = request;

    public string? Action => this["Action"];

    public string? this[string name] => _form.GetValueOrDefault(name);

    /// <summary>The parameters by their names in the messages of AWS: roleArn for RoleArn.</summary>
    public Dictionary<string, string> Inputs() => _form
        .Where(p => p.Key.Length > 0)
        .ToDictionary(p => char.ToLowerInvariant(p.Key[0]) + p.Key[1..], p => p.Value);
}
