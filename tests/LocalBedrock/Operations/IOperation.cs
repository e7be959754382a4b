namespace LocalBedrock.Operations;

/// <summary>One operation of the API.</summary>
internal interface IOperation
{
    string Name { get; }

    /// <param name="path">The decoded parts of the path.</param>
    bool Handles(string method, IReadOnlyList<string> path);

    /// <param name="shelf">The jobs of the caller's account in the region of the request.</param>
    /// <param name="now">The time of the service.</param>
    /// <exception cref="ServiceException">The request can't be fulfilled.</exception>
    ApiReply Run(ApiRequest request, JobShelf shelf, DateTime now);
}
