package org.critscape.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code infra/kubernetes} asks of a cluster: no field that Kubernetes does not know, no right that is not needed. */
class ManifestsTest {
    private static final Path FOLDER = Path.of("../infra/kubernetes");

    private static final Map<String, Class<?>> KINDS = Map.of(
            "v1 Namespace", Namespace.class,
            "v1 ServiceAccount", ServiceAccount.class,
            "v1 PersistentVolumeClaim", PersistentVolumeClaim.class,
            "v1 Pod", Pod.class,
            "batch/v1 Job", Job.class,
            "rbac.authorization.k8s.io/v1 Role", Role.class,
            "rbac.authorization.k8s.io/v1 RoleBinding", RoleBinding.class);

    /** Strict: the model would keep unknown fields where nobody looks. */
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory())
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated member) {
                    return false;
                }
            });

    /** One document of a file. */
    private record Document(Path file, JsonNode tree) {
        String kind() {
            return tree.path("apiVersion").asText() + " " + tree.path("kind").asText();
        }

        <T> T as(Class<T> type) throws IOException {
            return YAML.treeToValue(tree, type);
        }

        @Override
        public String toString() {
            return FOLDER.relativize(file) + " " + tree.path("kind").asText();
        }
    }

    private static List<Document> documents() throws IOException {
        List<Document> documents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                if (!file.endsWith("kustomization.yaml")) {
                    YAML.readerFor(JsonNode.class)
                            .<JsonNode>readValues(file.toFile())
                            .forEachRemaining(tree -> documents.add(new Document(file, tree)));
                }
            }
        }
        return documents;
    }

    private static Stream<Document> known() throws IOException {
        return documents().stream().filter(document -> !document.kind().endsWith("SparkApplication"));
    }

    @ParameterizedTest
    @MethodSource("known")
    void everyFieldIsOneOfKubernetes(Document document) throws IOException {
        Class<?> kind = java.util.Objects.requireNonNull(KINDS.get(document.kind()), document.kind());
        assertThat(document.as(kind)).isNotNull();
    }

    @Test
    void aFieldThatKubernetesDoesNotKnowIsFound() throws IOException {
        JsonNode tree = YAML.readTree("{apiVersion: v1, kind: Pod, spec: {containers: [{name: a, imagePolicy: b}]}}");
        assertThatThrownBy(() -> new Document(FOLDER, tree).as(Pod.class)).hasMessageContaining("imagePolicy");
    }

    private static Stream<PodSpec> pods() throws IOException {
        List<PodSpec> pods = new ArrayList<>();
        for (Document document : documents()) {
            switch (document.tree().path("kind").asText()) {
                case "Pod" -> pods.add(document.as(Pod.class).getSpec());
                case "Job" ->
                    pods.add(document.as(Job.class).getSpec().getTemplate().getSpec());
                case "SparkApplication" -> {
                    pods.add(ofOperator(document, "driver"));
                    pods.add(ofOperator(document, "executor"));
                }
                default -> {
                    // No pods in it.
                }
            }
        }
        return pods.stream();
    }

    private static PodSpec ofOperator(Document document, String part) throws IOException {
        JsonNode template = document.tree().path("spec").path(part).path("template");
        return YAML.treeToValue(template, PodTemplateSpec.class).getSpec();
    }

    @ParameterizedTest
    @MethodSource("pods")
    void podsHaveNoRightsAndNoSecrets(PodSpec pod) {
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser()).isGreaterThan(0);
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(pod.getHostNetwork()).isNull();
        assertThat(pod.getHostPID()).isNull();
        assertThat(pod.getVolumes())
                .allSatisfy(volume -> assertThat(volume.getHostPath()).isNull());
        for (Container container : pod.getContainers()) {
            SecurityContext security = container.getSecurityContext();
            assertThat(security.getAllowPrivilegeEscalation()).isFalse();
            assertThat(security.getReadOnlyRootFilesystem()).isTrue();
            assertThat(security.getPrivileged()).isNull();
            assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
            assertThat(security.getCapabilities().getAdd()).isEmpty();
            assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory", "ephemeral-storage");
            assertThat(container.getResources().getLimits()).containsKeys("cpu", "memory", "ephemeral-storage");
            assertThat(container.getImage()).matches(".+:\\d+\\.\\d+\\.\\d+");
            assertThat(container.getEnv()).isEmpty();
        }
    }

    @Test
    void onlyTheDriverSpeaksToKubernetesAndOnlyOfItsExecutors() throws IOException {
        for (Document document : documents()) {
            assertThat(document.kind()).doesNotContain("Cluster");
            if (document.kind().endsWith(" Role")) {
                List<PolicyRule> rules = document.as(Role.class).getRules();
                assertThat(rules).allSatisfy(rule -> {
                    assertThat(rule.getResources()).isSubsetOf("pods", "configmaps", "services");
                    assertThat(rule.getVerbs()).doesNotContain("*", "update", "bind", "escalate", "impersonate");
                });
            }
        }
        assertThat(pods().filter(pod -> !Boolean.FALSE.equals(pod.getAutomountServiceAccountToken())))
                .hasSize(2)
                .allSatisfy(pod -> assertThat(pod.getTolerations()).isEmpty());
    }

    @Test
    void theOperatorGetsWhatItKnows() throws IOException {
        Document application = documents().stream()
                .filter(document -> document.kind().equals("sparkoperator.k8s.io/v1beta2 SparkApplication"))
                .findFirst()
                .orElseThrow();
        // Of SparkApplicationSpec, DriverSpec and ExecutorSpec in api/v1beta2 of kubeflow/spark-operator.
        JsonNode spec = application.tree().path("spec");
        assertThat(names(spec))
                .isSubsetOf(
                        "type mode sparkVersion image imagePullPolicy mainClass mainApplicationFile arguments sparkConf"
                                .concat(" restartPolicy timeToLiveSeconds driver executor")
                                .split(" "));
        assertThat(names(spec.path("driver"))).isSubsetOf("cores", "coreLimit", "memory", "serviceAccount", "template");
        assertThat(names(spec.path("executor")))
                .isSubsetOf("instances", "cores", "coreLimit", "memory", "serviceAccount", "template");
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new java.util.TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
