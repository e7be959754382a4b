using System;
using System.Collections.Generic;
using LocalBedrock.Http;
using LocalBedrock.Jobs;

namespace LocalBedrock.Operations;

/// <summary>One operation of the API.</summary>
internal interface IOperation
{
    string Name { get; }

    /// <param name="path">The path's parts, decoded.</param>
    bool Handles(string method, IReadOnlyList<string> path);

    /// <param name="shelf">The jobs of the caller's account in the request's region.</param>
    /// <param name="now">The service's time.</param>
    /// <exception cref="ServiceException">The request can't be fulfilled.</exception>
    ApiReply Run(ApiRequest request, JobShelf shelf, DateTime now);
}
