namespace LocalBedrock.Admin;

/// <summary>An admin request that isn't valid. The caller gets the message.</summary>
internal sealed class AdminException(string message) : Exception(message);
