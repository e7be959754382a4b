namespace LocalBedrock;

/// <summary>An error that the caller of the API gets.</summary>
/// <param name="type">The name of the error in the API, such as ValidationException.</param>
internal sealed class ServiceException(string type, string message) : Exception(message)
{
    public string Type { get; } = type;
}
