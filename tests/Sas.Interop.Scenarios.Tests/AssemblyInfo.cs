// Fixtures that mostly wait, for processes and for failures to end, run side by side; all others run alone.
[assembly: LevelOfParallelism(4)]
