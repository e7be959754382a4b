namespace LocalBedrock.Hosting;

/// <summary>An invalid command line. The message contains the option.</summary>
internal sealed class OptionException(string message) : Exception(message);
