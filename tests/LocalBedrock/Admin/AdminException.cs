using System;

namespace LocalBedrock.Admin;

/// <summary>An admin request that can't be obeyed; the message goes to the caller.</summary>
internal sealed class AdminException(string message) : Exception(message);
