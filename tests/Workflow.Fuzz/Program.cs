using Workflow.Fuzz;

// Damages the files people may send, 10,000 of them, and reads each as its door does, in a process of its own.
// --short 500 · --files N · --seed N · --keep FOLDER (of files that failed; artifacts/fuzz) · exit 1 on a crash, a hang, too much memory or a
// damaged signature taken for a good one.
return args is [ReadingProcess.Verb, var database] ? await ReadingProcess.RunAsync(database) : await Campaign.RunAsync(Orders.Of(args));
