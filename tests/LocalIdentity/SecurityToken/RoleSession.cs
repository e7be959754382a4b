namespace LocalIdentity.SecurityToken;

/// <summary>The role, name, and duration of a session.</summary>
internal sealed record RoleSession(string RoleArn, RoleArn Role, string Name, TimeSpan? Duration)
{
    public string Arn => Role.Session(Name);

    /// <exception cref="StsException">An input isn't valid.</exception>
    public static RoleSession Of(StsRequest request, StructureShape shape)
    {
        try
        {
            TextValidator.Validate(shape, request.Inputs());
        }
        catch (ServiceException e)
        {
            throw StsException.Validation(e.Message);
        }

        var arn = request["RoleArn"]!;
        var role = Keys.RoleArn.Parse(arn) ?? throw StsException.Validation($"{arn} is invalid");
        TimeSpan? duration = request["DurationSeconds"] is { } seconds
            ? TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture))
            : null;
        return new RoleSession(arn, role, request["RoleSessionName"]!, duration);
    }
}
