package io.casewright.contract;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The sentences that classes say to people: what is put together of literals, with a sample for each part that differs. */
final class SaidInCode extends TreeScanner<@Nullable Void, @Nullable Void> {

    static final String SAMPLE = "x7";

    private static final Pattern FORMAT = Pattern.compile("%,?[sd]");
    /** Begins like a sentence or like the end of one, and is made of words. */
    private static final Pattern SENTENCE =
            Pattern.compile("(?s)([A-Z“]|must |is |at most |choose |who wrote ).*\\p{L}{2,} [\\p{L}\\d“].*");

    private static final Pattern SQL = Pattern.compile("(?s).*\\b(SELECT|UPDATE|INSERT|DELETE|WHERE|ORDER BY)\\b.*");
    /** What tells a programmer or a log. */
    private static final Set<String> NOT_FOR_PEOPLE = Set.of(
            "IllegalStateException",
            "IllegalArgumentException",
            "NoSuchElementException",
            "UncheckedIOException",
            "AssertionError");

    private final Set<String> said = new TreeSet<>();

    private SaidInCode() {}

    static Set<String> in(List<Path> sources) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            var scanner = new SaidInCode();
            task.parse().forEach(unit -> unit.accept(scanner, null));
            return scanner.said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree node, @Nullable Void nothing) {
        return node.getAnnotationType().toString().endsWith("RequestMapping")
                ? null
                : super.visitAnnotation(node, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree node, @Nullable Void nothing) {
        return NOT_FOR_PEOPLE.contains(node.getIdentifier().toString()) ? null : super.visitNewClass(node, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree node, @Nullable Void nothing) {
        String method = node.getMethodSelect().toString();
        return method.startsWith("log.") || method.equals("texts.of") ? null : super.visitMethodInvocation(node, null);
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree node, @Nullable Void nothing) {
        if (node.getValue() instanceof String text) {
            keep(text);
        }
        return null;
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree node, @Nullable Void nothing) {
        if (node.getKind() != Tree.Kind.PLUS || !(literalIn(node))) {
            return super.visitBinary(node, null);
        }
        keep(joined(node));
        return null;
    }

    private static boolean literalIn(ExpressionTree node) {
        return node instanceof LiteralTree literal && literal.getValue() instanceof String
                || node instanceof BinaryTree sum
                        && (literalIn(sum.getLeftOperand()) || literalIn(sum.getRightOperand()));
    }

    private String joined(ExpressionTree part) {
        return switch (part) {
            case LiteralTree literal -> String.valueOf(literal.getValue());
            case BinaryTree sum
            when sum.getKind() == Tree.Kind.PLUS -> joined(sum.getLeftOperand()) + joined(sum.getRightOperand());
            case ParenthesizedTree inner
            when inner.getExpression() instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS -> joined(sum);
            default -> {
                scan(part, null);
                yield SAMPLE;
            }
        };
    }

    private void keep(String text) {
        if (SENTENCE.matcher(text).matches() && !SQL.matcher(text).matches()) {
            said.add(FORMAT.matcher(text.replace("{max}", SAMPLE))
                    .replaceAll(SAMPLE)
                    .replace("%%", "%"));
        }
    }
}
